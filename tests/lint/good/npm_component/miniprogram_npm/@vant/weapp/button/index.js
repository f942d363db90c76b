import { a } from './lost';
