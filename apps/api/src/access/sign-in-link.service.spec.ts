import { networkOf, normalised } from './sign-in-link.service.js';

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('normalised', () => {
  it.each([
    [' Lena@Neustadt.Example ', 'lena@neustadt.example'],
    ['ＬＥＮＡ@neustadt.example', 'lena@neustadt.example'],
    ['mu\u0308ller@neustadt.example', 'm\u00fcller@neustadt.example'],
  ])('%s is %s', (spelt, address) => {
    expect(normalised(spelt)).toBe(address);
  });
});
