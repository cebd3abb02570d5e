/** Environment with budgets of requests that no test uses up by accident. */
export const PLENTY = { RATE_ACCOUNT: '1000000', RATE_ADDRESS: '1000000', RATE_ANONYMOUS: '1000000' };
