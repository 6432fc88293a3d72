package org.c25;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class C25Application {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(CheckAnswers.NAME)) {
            System.exit(CheckAnswers.run(Arrays.copyOfRange(args, 1, args.length), System.out));
        }
        if (args.length > 0 && args[0].equals(MoveToPostgreSql.NAME)) {
            System.exit(MoveToPostgreSql.run(Arrays.copyOfRange(args, 1, args.length), System.out));
        }
        SpringApplication.run(C25Application.class, args);
    }
}
