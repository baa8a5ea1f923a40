import nock from 'nock';
import { afterEach, beforeEach } from 'vitest';

// Tests reach nothing but this machine: any other host is refused at once.
const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

beforeEach(() => {
  nock.disableNetConnect();
  nock.enableNetConnect(host => loopback.test(host));
});

afterEach(() => nock.cleanAll());
