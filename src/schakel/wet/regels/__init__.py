"""One file per rule of law, named after the notion, with one public function of that name."""
