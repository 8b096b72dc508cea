package org.vigie.notice.task;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoTasksTests implements TasksContract {

    @Autowired
    private Tasks tasks;

    @Override
    public Tasks tasks() {
        return tasks;
    }
}
