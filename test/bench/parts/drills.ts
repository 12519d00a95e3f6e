import { printDrills } from '../drills.js';

printDrills();
