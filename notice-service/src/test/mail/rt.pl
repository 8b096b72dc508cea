# Request Tracker from within: "rights" lets anybody write to the queue; "tickets" prints one line for each ticket and
# each mail in it; "answer" has its first ticket answered by a person.
use strict;
use warnings;
use lib '/usr/local/share/request-tracker5/lib', '/usr/share/request-tracker5/lib';
use RT;
RT::LoadConfig();
RT::Init();

my $what = shift;
if ($what eq 'rights') {
    my $queue = RT::Queue->new(RT->SystemUser);
    $queue->Load('General');
    my $everyone = RT::Group->new(RT->SystemUser);
    $everyone->LoadSystemInternalGroup('Everyone');
    for my $right (qw(CreateTicket ReplyToTicket)) {
        my ($done, $said) = $everyone->PrincipalObj->GrantRight(Right => $right, Object => $queue);
        die $said unless $done;
    }
}
elsif ($what eq 'tickets') {
    my $mails = RT::Attachments->new(RT->SystemUser);
    $mails->Limit(FIELD => 'Parent', VALUE => 0);
    $mails->Limit(FIELD => 'MessageId', OPERATOR => 'STARTSWITH', VALUE => 'RN-');
    $mails->OrderBy(FIELD => 'id');
    while (my $mail = $mails->Next) {
        my $transaction = $mail->TransactionObj;
        my $ticket = $transaction->TicketObj;
        print join("\t", $ticket->Id, $mail->MessageId, $transaction->Type, $ticket->RequestorAddresses), "\n";
    }
}
elsif ($what eq 'answer') {
    my $root = RT::CurrentUser->new('root');
    my $ticket = RT::Ticket->new($root);
    $ticket->Load(shift);
    my ($done, $said) = $ticket->Correspond(Content => "ALREADY_DOWN\n\nIt was gone before your notice came.");
    die $said unless $done;
}
