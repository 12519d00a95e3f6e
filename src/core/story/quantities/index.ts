export { extractQuantities, type ExtractOptions } from './extract';
export { formatQuantity } from './format';
export type { Quantity, QuantityKind } from './types';
