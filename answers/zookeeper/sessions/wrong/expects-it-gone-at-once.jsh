// caught by: you-foretold-the-end
// A connection that ends is no session that ends.
/predict timeout-granted 1000
/predict gone-after 0
