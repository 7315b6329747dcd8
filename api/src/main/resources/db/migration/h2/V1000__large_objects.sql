-- What a decision read stands in its row, not in a store of its own that costs some writes more.
set max_length_inplace_lob 65536;
