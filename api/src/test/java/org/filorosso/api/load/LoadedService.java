package org.filorosso.api.load;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.filorosso.api.FilorossoApi;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The service with one thing more: {@code POST /v1/decisions} with the header {@code X-Ceiling} goes to {@link Ceiling},
 * behind the same security chain. It is added here, so that the service as shipped has no such thing; it is no component,
 * so that the tests' services have not either.
 */
public final class LoadedService {
    private LoadedService() {}

    /** @param args of the service */
    public static void main(String[] args) {
        SpringApplication service = new SpringApplication(FilorossoApi.class);
        service.addInitializers(context -> {
            GenericApplicationContext generic = (GenericApplicationContext) context;
            generic.registerBean("ceiling", SmartInitializingSingleton.class, () -> () -> map(generic));
        });
        service.run(args);
    }

    private static void map(GenericApplicationContext context) {
        RequestMappingInfo where = RequestMappingInfo.paths("/v1/decisions")
                .methods(RequestMethod.POST)
                .headers("X-Ceiling")
                .build();
        Method answer = Arrays.stream(Ceiling.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("answer"))
                .findFirst()
                .orElseThrow();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .registerMapping(where, new Ceiling(), answer);
    }
}
