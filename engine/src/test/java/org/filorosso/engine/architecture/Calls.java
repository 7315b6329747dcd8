package org.filorosso.engine.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;

/** Names method calls by their target, whatever the parameters. */
final class Calls {

    private Calls() {}

    static DescribedPredicate<JavaMethodCall> of(Class<?> owner, String... methods) {
        Set<String> names = Set.of(methods);
        return DescribedPredicate.describe(
                "to " + owner.getSimpleName() + names,
                call -> call.getTargetOwner().isEquivalentTo(owner) && names.contains(call.getName()));
    }

    static DescribedPredicate<JavaMethodCall> into(String packageName, String method) {
        return DescribedPredicate.describe(
                "to " + packageName + "..*." + method,
                call -> call.getTargetOwner().getPackageName().startsWith(packageName)
                        && call.getName().equals(method));
    }

    static DescribedPredicate<JavaMethodCall> named(String method) {
        return DescribedPredicate.describe(
                "to " + method, call -> call.getName().equals(method));
    }
}
