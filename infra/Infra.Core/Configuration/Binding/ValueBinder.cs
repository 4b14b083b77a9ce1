using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Core.Configuration.Binding;

/// <summary>Reads one type of value. Binders are stateless and shared; what differs by property are the constraints.</summary>
internal abstract class ValueBinder(Type type)
{
    private const string SecretAdvice =
        "a secret inside a structured value comes out in plain text; give it a top-level key of its own, or name an external store";

    /// <summary>What belongs here, to begin "… was expected".</summary>
    public abstract string Expected { get; }

    /// <summary>Stands in for a required value that could not be read.</summary>
    public abstract object Placeholder { get; }

    /// <summary>What this binder accepts, as data.</summary>
    public abstract ConfigShape Shape { get; }

    /// <summary>The binder of the entries, where there are any; constraints that don't fit the whole go there.</summary>
    public virtual ValueBinder? Entries => null;

    /// <summary>Returns the value, or null where a problem was added and there is none.</summary>
    public object? Bind(JsonElement element, string path, ImmutableArray<ConstraintAttribute> constraints, ConfigProblems problems)
    {
        if (IsSecret(element))
        {
            problems.Add(path, SecretAdvice);
            return null;
        }

        if (element.ValueKind == JsonValueKind.Null)
        {
            problems.Add(path, $"{Expected} was expected, but found null; write a value, or remove the line");
            return null;
        }

        var value = Read(element, path, constraints.RemoveAll(constraint => constraint.AppliesTo(type)), problems);
        foreach (var constraint in constraints.Where(constraint => value is not null && constraint.AppliesTo(type) && !constraint.IsMetBy(value)))
        {
            problems.Add(path, $"{Found.Value(element)} is not allowed; allowed: {constraint.Allowed(type)}");
        }

        return value;
    }

    /// <summary>True if the constraint limits this value or its entries.</summary>
    public bool Takes(ConstraintAttribute constraint) => constraint.AppliesTo(type) || (Entries?.Takes(constraint) ?? false);

    /// <summary>True for what a property holds before anything is assigned to it.</summary>
    public virtual bool IsUnset(object? value) => value is null;

    protected abstract object? Read(JsonElement element, string path, ImmutableArray<ConstraintAttribute> ofEntries, ConfigProblems problems);

    /// <summary>Adds the problem "something else was expected" and returns null, the result of a failed read.</summary>
    /// <param name="notation">How to write what was meant; <see cref="ConfigProblem.Notation"/> has it.</param>
    protected object? Unexpected(JsonElement element, string path, string notation, ConfigProblems problems)
    {
        problems.Add(path, $"{Expected} was expected, but found {Found.Describe(element)}", notation);
        return null;
    }

    /// <summary>The same of a value that no notation makes right.</summary>
    protected object? Unfit(JsonElement element, string path, string advice, ConfigProblems problems)
    {
        problems.Add(path, $"{Expected} was expected, but found {Found.Describe(element)}; {advice}");
        return null;
    }

    // Pulumi takes an object of this form for an encrypted value at any depth, so no map may have it either.
    private static bool IsSecret(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != 1)
        {
            return false;
        }

        using var properties = element.EnumerateObject();
        properties.MoveNext();
        return properties.Current.Value.ValueKind == JsonValueKind.String && Found.Key(properties.Current) == "secure";
    }
}
