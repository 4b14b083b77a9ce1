namespace Infra.Planning.Policies.Subjects;

/// <summary>Autoscalers by what they scale.</summary>
public sealed class PolicyScalers
{
    private readonly ILookup<(string Kind, string Namespace, string Name), PolicySubject> _byTarget;

    private PolicyScalers(ILookup<(string, string, string), PolicySubject> byTarget) => _byTarget = byTarget;

    /// <summary>Every target with its autoscalers.</summary>
    public IEnumerable<IGrouping<(string Kind, string Namespace, string Name), PolicySubject>> All => _byTarget;

    /// <summary>Those of a workload.</summary>
    public IEnumerable<PolicySubject> Of(PolicySubject workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return _byTarget[(workload.Kind ?? "", workload.Namespace, workload.Name)];
    }

    /// <summary>Fewest and most replicas of a workload; null where they aren't known, or nobody says them.</summary>
    public (int? Least, int? Most) Bounds(PolicySubject workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        var scaler = Of(workload).FirstOrDefault();
        var (least, most) = scaler switch
        {
            null => (workload["spec", "replicas"], workload["spec", "replicas"]),
            { Kind: "ScaledObject" } => (scaler["spec", "minReplicaCount"], scaler["spec", "maxReplicaCount"]),
            _ => (scaler["spec", "minReplicas"], scaler["spec", "maxReplicas"]),
        };
        return (Number(least, scaler?.Kind == "ScaledObject" ? 0 : 1), Number(most, scaler?.Kind == "ScaledObject" ? 100 : 1));
    }

    internal static PolicyScalers Of(PolicyContext context) => new(context.OfKind("HorizontalPodAutoscaler", "ScaledObject")
        .Where(scaler => scaler["spec", "scaleTargetRef", "name"].Text is not null)
        .ToLookup(scaler => (scaler["spec", "scaleTargetRef", "kind"].Text ?? "Deployment", scaler.Namespace, scaler["spec", "scaleTargetRef", "name"].Text!)));

    // What nobody writes is the API's default.
    private static int? Number(Field field, int byDefault) => field.IsAbsent ? byDefault : (int?)field.Number;
}
