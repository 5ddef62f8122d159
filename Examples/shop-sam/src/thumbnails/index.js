'use strict';

const { execSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const AWS = require('aws-sdk');

const s3 = new AWS.S3();
const SIZES = [120, 480, 1200];

exports.handler = async (event) => {
  for (const record of event.Records) {
    const bucket = record.s3.bucket.name;
    const key = decodeURIComponent(record.s3.object.key.replace(/\+/g, ' '));
    const name = path.basename(key);

    const { Body } = await s3.getObject({ Bucket: bucket, Key: key }).promise();
    fs.writeFileSync(`/tmp/${name}`, Body);

    for (const size of SIZES) {
      const small = `/tmp/${size}-${name}`;
      execSync(`/opt/bin/convert "/tmp/${name}" -auto-orient -resize ${size}x${size} "${small}"`);
      await s3
        .putObject({
          Bucket: bucket,
          Key: `thumbs/${size}/${name}`,
          Body: fs.readFileSync(small),
          ACL: 'public-read',
        })
        .promise();
    }
  }
};
