# Score and rules that SpamAssassin finds in each file, a line each, by local tests alone.
use strict;
use warnings;
use Mail::SpamAssassin;
my $filter = Mail::SpamAssassin->new({ local_tests_only => 1, dont_copy_prefs => 1, userprefs_filename => '/dev/null' });
for my $file (@ARGV) {
    open my $in, '<', $file or die;
    my $mail = $filter->parse([<$in>]);
    my $status = $filter->check($mail);
    print join("\t", $status->get_score, join(',', sort split /,/, $status->get_names_of_tests_hit)), "\n";
    $status->finish;
    $mail->finish;
}
