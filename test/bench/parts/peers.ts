import { printPeers } from '../peers.js';

printPeers(process.env['PREP_LOOP_PEERS']);
