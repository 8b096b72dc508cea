package org.vigie.notice.task;

class InMemoryTasksTests implements TasksContract {

    private final InMemoryTasks tasks = new InMemoryTasks();

    @Override
    public Tasks tasks() {
        return tasks;
    }
}
