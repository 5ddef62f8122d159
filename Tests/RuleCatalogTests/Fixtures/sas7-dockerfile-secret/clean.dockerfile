FROM public.ecr.aws/lambda/python:3.14
ARG NPM_TOKEN
ENV DB_PASSWORD=${DB_PASSWORD}
ENV DB_SECRET_ARN=arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf
RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm_token) npm ci
