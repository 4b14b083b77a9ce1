using System.Reflection;

namespace Pulumi.Conformance.Tests;

/// <summary>Writes the constraints of type parameters, which the lists leave out.</summary>
internal static class ConstraintDisplay
{
    /// <summary>Such as <c> where T : Stack, new()</c>; empty where there are none.</summary>
    public static string Of(IEnumerable<Type> arguments) => string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(Of));

    private static string Of(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var valueType = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> constraints =
        [
            .. valueType ? ["struct"] : flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)).Select(constraint => constraint.Name),
            .. flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !valueType ? ["new()"] : Array.Empty<string>(),
        ];
        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }
}
