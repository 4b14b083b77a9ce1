namespace Infra.Planning.Placement.Scheduling;

/// <summary>A port of the node that a pod takes.</summary>
/// <param name="Address">Address of the node; <c>0.0.0.0</c> for all.</param>
/// <param name="Protocol"><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</param>
/// <param name="Port">The port.</param>
internal sealed record HostPort(string Address, string Protocol, int Port)
{
    public const string AnyAddress = "0.0.0.0";

    public bool ConflictsWith(HostPort other) =>
        Port == other.Port && Protocol == other.Protocol && (Address == other.Address || Address == AnyAddress || other.Address == AnyAddress);

    public override string ToString() => $"host port {Port}/{Protocol}{(Address == AnyAddress ? "" : $" of {Address}")}";
}
