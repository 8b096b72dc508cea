package org.vigie.standalone;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds in compiled code each switch over an enum or a sealed type that leaves some of its values to a default. The
 * compiler throws {@code MatchException} for what a switch without a default does not name; a statement over an enum
 * may also name as many values as there are, and do something for each: to do nothing looks like a default.
 *
 * @param types whose switches are looked at, and those that are switched over
 */
record Switches(JavaClasses types) {

    /** Class and line of each that has a default. */
    List<String> withDefault() {
        return types.stream().flatMap(this::withDefault).sorted().toList();
    }

    private Stream<String> withDefault(JavaClass type) {
        return ClassFile.of().parse(bytes(type)).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> lines(code.elementList()))
                .map(line -> type.getName() + ":" + line);
    }

    private Stream<Integer> lines(List<CodeElement> code) {
        return IntStream.range(0, code.size())
                .filter(at -> hasDefault(code, at))
                .mapToObj(at -> code.subList(0, at).stream()
                        .flatMap(element -> element instanceof LineNumber number ? Stream.of(number.line()) : null)
                        .reduce(0, (_, last) -> last));
    }

    private boolean hasDefault(List<CodeElement> code, int at) {
        return switch (code.get(at)) {
            case TableSwitchInstruction table -> hasDefault(code, at, table.defaultTarget(), table.cases());
            case LookupSwitchInstruction lookup -> hasDefault(code, at, lookup.defaultTarget(), lookup.cases());
            default -> false;
        };
    }

    private boolean hasDefault(List<CodeElement> code, int at, Label otherwise, List<SwitchCase> cases) {
        if (throwsMatchException(code, otherwise)) {
            return false;
        }
        var before = code.subList(0, at).reversed().stream()
                .filter(Instruction.class::isInstance)
                .dropWhile(ArrayLoadInstruction.class::isInstance)
                .findFirst()
                .orElseThrow();
        return switch (before) {
            case InvokeInstruction call
            when call.name().equalsString("ordinal") ->
                ours(call.owner().asSymbol())
                        .filter(type -> cases.size() < type.reflect().getEnumConstants().length)
                        .isPresent();
            case InvokeDynamicInstruction call
            when call.name().stringValue().endsWith("Switch") ->
                ours(call.typeSymbol().parameterType(0))
                        .filter(type -> type.isEnum() || type.reflect().isSealed())
                        .isPresent();
            default -> false;
        };
    }

    private static boolean throwsMatchException(List<CodeElement> code, Label label) {
        return code.stream()
                .dropWhile(element -> !(element instanceof LabelTarget target
                        && target.label().equals(label)))
                .filter(Instruction.class::isInstance)
                .findFirst()
                .filter(first -> first instanceof NewObjectInstruction made
                        && made.className().name().equalsString("java/lang/MatchException"))
                .isPresent();
    }

    private Optional<JavaClass> ours(ClassDesc type) {
        var name = type.descriptorString().substring(1).replace('/', '.').replace(";", "");
        return types.contain(name) ? Optional.of(types.get(name)) : Optional.empty();
    }

    private static byte[] bytes(JavaClass type) {
        try (var in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
