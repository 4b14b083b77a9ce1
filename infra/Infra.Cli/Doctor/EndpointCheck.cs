namespace Infra.Cli.Doctor;

/// <summary>Whether the cluster's API server can be reached from here, where the deployment would run.</summary>
internal sealed class EndpointCheck(string folder, EnvironmentNeeds needs) : ICheck
{
    private const int Https = 443;

    public string Name => "cluster endpoint";

    public bool IsRequired => true;

    public async Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop)
    {
        var asked = await probes.RunAsync(
            "aws", ["eks", "describe-cluster", "--name", needs.ClusterName!, "--region", needs.Region!, "--query", "cluster.endpoint", "--output", "text"], folder, stop);
        return asked switch
        {
            null => CheckResult.Unknown($"{Where}; needs the AWS CLI to be asked for its address"),
            { ExitCode: 0, Output: var address } when Uri.TryCreate(address.Trim(), UriKind.Absolute, out var endpoint) => await ReachAsync(probes, endpoint.Host, stop),
            { ExitCode: 0 } => CheckResult.Unknown($"{Where}; it has no address yet"),
            var answer when AwsTrouble.Code(answer.Error) == "ResourceNotFoundException" => CheckResult.Ok($"{Where}; the cluster isn't there yet, the first update makes it"),
            var answer => CheckResult.Unknown($"{Where}; {AwsTrouble.Of(answer).Found}"),
        };
    }

    private string Where => needs.IsPrivate ? "private, reached from the VPC alone" : needs.PublicCidrs.IsEmpty ? "public" : $"public for {string.Join(", ", needs.PublicCidrs)}";

    private async Task<CheckResult> ReachAsync(IProbes probes, string host, CancellationToken stop) => await probes.ConnectAsync(host, Https, stop) is not { } trouble
        ? CheckResult.Ok($"{Where}; it answers")
        : CheckResult.Wrong($"{Where}; {trouble}", needs.IsPrivate
            ? "Deploy from inside the VPC: a runner there, or a VPN into it. Kubernetes objects can't be made from here."
            : "Add this network to cluster.eks.publicAccessCidrs, or deploy from one that is among them.");
}
