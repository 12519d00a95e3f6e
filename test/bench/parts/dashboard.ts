import { printDashboard } from '../dashboard.js';

printDashboard();
