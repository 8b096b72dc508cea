package org.vigie.notice.delivery;

class InMemorySubmissionsTests implements SubmissionsContract {

    private final Submissions submissions = new InMemorySubmissions();

    @Override
    public Submissions submissions() {
        return submissions;
    }
}
