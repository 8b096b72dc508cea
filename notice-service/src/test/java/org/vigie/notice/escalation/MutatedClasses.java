package org.vigie.notice.escalation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loads this project's classes anew, with one method of one class answering without having looked. */
final class MutatedClasses extends ClassLoader {

    private static final String OURS = "org.vigie.";

    /**
     * Which method, and what it answers.
     *
     * @param type simple name with its package below {@code org.vigie.notice}
     * @param method all of that name that have code
     * @param answer true or false; absent for nothing: an empty list or Optional, null, or a random UUID
     */
    record Mutant(String type, String method, boolean answer) {

        String className() {
            return OURS + "notice." + type;
        }
    }

    private final Mutant mutant;
    private @Nullable MethodTypeDesc type;
    private boolean mutated;

    MutatedClasses(Mutant mutant) {
        super("mutated", MutatedClasses.class.getClassLoader());
        this.mutant = mutant;
    }

    boolean mutated() {
        return mutated;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? defined(name) : loaded;
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            var bytes = in.readAllBytes();
            var code = name.equals(mutant.className()) ? mutated(bytes) : bytes;
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] mutated(byte[] original) {
        var classes = ClassFile.of();
        return classes.transformClass(
                classes.parse(original), ClassTransform.transformingMethods(this::isIt, (builder, element) -> {
                    if (element instanceof CodeModel) {
                        builder.withCode(this::answer);
                        mutated = true;
                    } else {
                        builder.with(element);
                    }
                }));
    }

    private boolean isIt(MethodModel method) {
        var is = method.methodName().equalsString(mutant.method())
                && method.code().isPresent();
        if (is) {
            type = method.methodTypeSymbol();
        }
        return is;
    }

    private void answer(CodeBuilder code) {
        var returned = Objects.requireNonNull(type).returnType();
        if (returned.equals(ConstantDescs.CD_void)) {
            code.return_();
        } else if (returned.equals(ConstantDescs.CD_boolean)) {
            code.loadConstant(mutant.answer() ? 1 : 0).ireturn();
        } else if (returned.equals(describe(Optional.class))) {
            code.invokestatic(returned, "empty", MethodTypeDesc.of(returned)).areturn();
        } else if (returned.equals(ConstantDescs.CD_List)) {
            code.invokestatic(returned, "of", MethodTypeDesc.of(returned), true).areturn();
        } else if (returned.equals(describe(UUID.class))) {
            code.invokestatic(returned, "randomUUID", MethodTypeDesc.of(returned))
                    .areturn();
        } else {
            code.aconst_null().return_(TypeKind.REFERENCE);
        }
    }

    private static ClassDesc describe(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** What is broken, absent if nothing seems so. */
    @Nullable
    String run(int seeds, int steps) throws ReflectiveOperationException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            var many = loadClass("org.vigie.notice.escalation.ManySeeds", true)
                    .getDeclaredMethod("broken", int.class, int.class);
            many.setAccessible(true);
            return (String) many.invoke(null, seeds, steps);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
