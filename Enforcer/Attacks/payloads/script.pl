open(my $proof, ">", "/tmp/proof"); print $proof "ran"; close $proof; 1;
