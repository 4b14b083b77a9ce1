namespace Infra.Core.Configuration;

/// <summary>Limits of a domain value, both inclusive, written as in the configuration; a limit that is not given is open.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class InRangeAttribute<T> : ConstraintAttribute
    where T : struct, IConfigScalar<T>
{
    /// <summary>The least value allowed; open by default.</summary>
    public string? Min { get; init; }

    /// <summary>The greatest value allowed; open by default.</summary>
    public string? Max { get; init; }

    /// <inheritdoc/>
    public override string Allowed(Type type) => (Min, Max) switch
    {
        ({ }, { }) => $"{Min} to {Max}",
        ({ }, null) => $"at least {Min}",
        (null, { }) => $"at most {Max}",
        _ => T.AllowedForm,
    };

    /// <inheritdoc/>
    public override bool AppliesTo(Type type) => type == typeof(T);

    /// <inheritdoc/>
    public override bool IsMetBy(object value)
    {
        var scalar = (T)value;
        return (Min is null || scalar.CompareTo(Limit(Min)) >= 0) && (Max is null || scalar.CompareTo(Limit(Max)) <= 0);
    }

    private static T Limit(string text) =>
        T.TryParse(text, out var limit) ? limit : throw new NotSupportedException($"'{text}' is no limit; allowed: {T.AllowedForm}.");
}
