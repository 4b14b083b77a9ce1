namespace Pulumi.Embedded;

/// <summary>One failure is told once: what fails only because something else has failed says nothing new, except where it hurts.</summary>
internal static class EngineFailures
{
    public static IEnumerable<RunFailure> WithoutConsequences(IReadOnlyList<RunFailure> failures)
    {
        var known = failures.Select(static failure => failure.Exception).ToHashSet(ReferenceEqualityComparer.Instance);
        var places = new Dictionary<Exception, Resource>(ReferenceEqualityComparer.Instance);
        var causes = new List<RunFailure>();
        foreach (var failure in failures)
        {
            if (CauseOf(failure.Exception, known) is not { } cause)
                causes.Add(failure);
            else if (failure.Resource is not null)
                places.TryAdd(cause, failure.Resource);
        }

        return causes.Select(failure => failure with { Resource = failure.Resource ?? places.GetValueOrDefault(failure.Exception) });
    }

    /// <summary>The innermost known failure inside an exception; null when there is none.</summary>
    private static Exception? CauseOf(Exception exception, HashSet<object?> known)
    {
        Exception? cause = null;
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (known.Contains(inner))
                cause = inner;
        }

        return cause;
    }
}
