# For an abuse desk with Request Tracker 5: files a mail that answers one it has (In-Reply-To, References) in the ticket
# of that one, where the subject names no ticket. As it comes, Request Tracker goes by the subject alone.
# To be put in local/lib/RT/Interface/Email_Local.pm.
package RT::Interface::Email;
use strict;
use warnings;
no warnings 'redefine';

my $by_subject = \&ExtractTicketId;

*ExtractTicketId = sub {
    my $entity = shift;
    my $named = $by_subject->($entity);
    return $named if $named;
    my @earlier = map { /<([^<>\s]+)>/g } map { $entity->head->get($_) // '' } qw(References In-Reply-To);
    for my $message (reverse @earlier) {
        my $mails = RT::Attachments->new(RT->SystemUser);
        $mails->Limit(FIELD => 'MessageId', VALUE => $message);
        $mails->Limit(FIELD => 'Parent', VALUE => 0);
        $mails->OrderBy(FIELD => 'id', ORDER => 'DESC');
        my $mail = $mails->First or next;
        return $mail->TransactionObj->ObjectId if $mail->TransactionObj->ObjectType eq 'RT::Ticket';
    }
    return;
};

1;
