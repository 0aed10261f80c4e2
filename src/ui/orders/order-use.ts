/** What to do with an order where there is a ranking already. */
export type OrderUse = 'replace' | 'below';
