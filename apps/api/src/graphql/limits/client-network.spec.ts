import { networkOf } from './client-network.js';

describe('networkOf', () => {
  it.each([
    ['an IPv4 address is itself', '198.51.100.7', '198.51.100.7'],
    ['an IPv4 address on a socket of both kinds', '::ffff:198.51.100.7', '198.51.100.7'],
    ['the same in hexadecimal', '::FFFF:c633:6407', '198.51.100.7'],
    ['a network of IPv6', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['zeros left out behind it', '2001:db8:1:2::6', '2001:db8:1:2'],
    ['zeros left out within it', '2001:db8::6', '2001:db8:0:0'],
    ['the same zeros written out', '2001:0DB8:0:0:ffff::1', '2001:db8:0:0'],
    ['nothing but zeros', '::', '0:0:0:0'],
    ['this machine', '::1', '0:0:0:0'],
    ['a zone says nothing about who it is', 'fe80::1%eth0', 'fe80:0:0:0'],
    ['no address', 'unknown', 'unknown'],
    ['none', '', ''],
  ])('%s', (_, address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
