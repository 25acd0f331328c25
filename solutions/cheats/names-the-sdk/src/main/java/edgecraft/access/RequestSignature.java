package edgecraft.access;

import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Has another sign. */
record RequestSignature(AwsV4HttpSigner signer) {}
