// Of node-uuid what ServerlessGoat calls.
'use strict';

exports.v4 = () => require('node:crypto').randomUUID();
