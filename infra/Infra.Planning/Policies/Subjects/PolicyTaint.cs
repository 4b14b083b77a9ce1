namespace Infra.Planning.Policies.Subjects;

/// <summary>A taint of nodes.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value; empty for none.</param>
/// <param name="Effect">Its effect as Kubernetes writes it.</param>
public sealed record PolicyTaint(string Key, string Value, string Effect)
{
    /// <summary>Whether it keeps pods off, rather than asking them to stay off.</summary>
    public bool Binds => Effect != "PreferNoSchedule";

    /// <summary>As kubectl writes it.</summary>
    public override string ToString() => $"{Key}{(Value.Length > 0 ? $"={Value}" : "")}:{Effect}";

    /// <summary>A taint in the words of Kubernetes, or of EKS (<c>NO_SCHEDULE</c>).</summary>
    public static PolicyTaint Of(Field taint) => new(taint["key"].Text ?? "", taint["value"].Text ?? "", taint["effect"].Text switch
    {
        "NO_SCHEDULE" => "NoSchedule",
        "NO_EXECUTE" => "NoExecute",
        "PREFER_NO_SCHEDULE" => "PreferNoSchedule",
        var effect => effect ?? "",
    });
}
