export class Client {
  private readonly apiKey: string = 'z9Xw3Cv7Bn1Ml5Kj8Hg2Fd6S'; // expect: sas7-secret-in-code
}
