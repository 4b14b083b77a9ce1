namespace Infra.Planning.Tests.Policies;

/// <summary>What the pages' examples don't show: where a rule ends, and what it doesn't know. Each case has its whole findings.</summary>
public sealed class RuleCaseTests
{
    private const string Pool = """
        resources:
          t4:
            type: aws:eks/nodeGroup:NodeGroup
            properties:
              amiType: AL2023_x86_64_NVIDIA
              instanceTypes: [g4dn.xlarge]
              labels: LABELS
              scalingConfig: {minSize: 0, maxSize: MAX, desiredSize: 0}
              taints: [{key: nvidia.com/gpu, value: present, effect: NO_SCHEDULE}]
        """;

    private const string Server = """

        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: llm, namespace: serving}
        spec:
          replicas: 2
          template:
            spec:
              nodeSelector: {pool: t4}
              tolerations: [TOLERATION]
              containers: [{name: server, image: "example.com/server:1.0", resources: {limits: {nvidia.com/gpu: 1}}}]
        """;

    private const string UnknownType = """
        resources:
          t4:
            type: gpu-inference:index:GpuNodePool
            properties: {poolName: t4, instanceTypes: [g9.xlarge], maxSize: 4, zones: [{name: us-west-2a}]}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: gpus, namespace: serving}
        spec: {hard: {requests.nvidia.com/gpu: "2"}}
        """;

    private const string Exists = "{key: nvidia.com/gpu, operator: Exists}";

    public static TheoryData<string, string, string, string[]> Cases => new()
    {
        { "REL006", "an instance type that the catalogue lacks", UnknownType, ["ResourceQuota serving/gpus, spec.hard: not known"] },

        // A toleration without operator compares the value, as Kubernetes does.
        { "GPU001", "a toleration of another value", Plan("{pool: t4}", "{key: nvidia.com/gpu, value: \"true\", effect: NoSchedule}"), ["Deployment serving/llm, spec.template.spec: no pool takes this pod: node group t4 has the taint nvidia.com/gpu=present:NoSchedule; use the pool's own label as selector and tolerate its taint"] },
        { "GPU001", "a toleration of the same value", Plan("{pool: t4}", "{key: nvidia.com/gpu, value: present}"), [] },
        { "GPU001", "a toleration of everything", Plan("{pool: t4}", "{operator: Exists}"), [] },
        { "GPU001", "another label", Plan("{pool: t4-spot}", Exists), ["Deployment serving/llm, spec.template.spec: no pool takes this pod: node group t4 has pool=t4-spot; use the pool's own label as selector and tolerate its taint"] },
        { "GPU001", "no such label", Plan("{team: a}", Exists), ["Deployment serving/llm, spec.template.spec: no pool takes this pod: node group t4 has no label pool; use the pool's own label as selector and tolerate its taint"] },
        { "GPU001", "labels that nobody knows", Plan("\"${names.labels}\"", Exists), [] },
        { "GPU001", "tolerations that nobody knows", Plan("{pool: t4}", "").Replace("tolerations: []", "tolerations: \"${names.tolerations}\""), ["Deployment serving/llm, spec.template.spec: not known"] },
        { "GPU014", "room for one more", Plan("{pool: t4}", Exists, max: 3), [] },
        { "GPU014", "no room for one more", Plan("{pool: t4}", Exists, max: 2), ["Deployment serving/llm, spec.strategy.rollingUpdate.maxSurge: starts 25% (the default) more pods during an update, each with its GPUs; set maxSurge: 0 and maxUnavailable: 1, or give the pool room"] },
        { "GPU016", "as many as a node has", Plan("{pool: t4}", Exists), [] },
        { "SEC015", "an endpoint that nobody knows", Resource("aws:eks/cluster:Cluster", "{vpcConfig: {endpointPublicAccess: \"${a.b}\"}}"), ["aws:eks:Cluster x, vpcConfig.endpointPublicAccess: not known"] },
        { "SEC015", "a private endpoint", Resource("aws:eks/cluster:Cluster", "{vpcConfig: {endpointPublicAccess: false}}"), [] },
        { "SEC017", "a policy that nobody knows", Resource("aws:iam/rolePolicy:RolePolicy", "{policy: \"${a.b}\"}"), ["aws:iam:RolePolicy x, policy: not known"] },
        { "SEC018", "HTTPS for everybody", Resource("aws:ec2/securityGroup:SecurityGroup", "{ingress: [{protocol: tcp, fromPort: 443, toPort: 443, cidrBlocks: [0.0.0.0/0]}]}"), [] },
        { "SEC018", "every port for everybody", Resource("aws:ec2/securityGroup:SecurityGroup", "{ingress: [{protocol: \"-1\", fromPort: 0, toPort: 0, cidrBlocks: [0.0.0.0/0]}]}"), ["aws:ec2:SecurityGroup x, ingress[0].cidrBlocks[0]: lets 0.0.0.0/0 in on every port; name the networks or the security group"] },
        { "SEC023", "a provider whose account nobody knows", Resource("pulumi:providers:aws", "{allowedAccountIds: \"${a.b}\"}"), ["pulumi:providers:aws x, allowedAccountIds: not known"] },
        { "COST002", "a version whose support has ended", Resource("aws:eks/cluster:Cluster", "{version: \"1.33\"}"), ["aws:eks:Cluster x, version: 1.33 has left standard support; upgrade to 1.35, one version at a time"] },
        { "COST002", "no version, so EKS' own", Resource("aws:eks/cluster:Cluster", "{}"), [] },
        { "REL014", "a bucket that says it holds nothing", Resource("aws:s3/bucket:Bucket", "{forceDestroy: true}"), [] },
        { "REL014", "a file system has no such word", Resource("aws:efs/fileSystem:FileSystem", "{}"), ["aws:efs:FileSystem x: holds data and can be deleted by any update; set protect or retainOnDelete"] },
        { "REL017", "a size that doesn't change", Resource("aws:eks/nodeGroup:NodeGroup", "{scalingConfig: {minSize: 2, maxSize: 2, desiredSize: 2}}"), [] },
        { "K8S010", "a domain of one's own", Resource("aws:eks/nodeGroup:NodeGroup", "{labels: {example.com/pool: t4}}"), [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string rule, string name, string text, string[] expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Example.Ask(rule, text));
    }

    private static string Plan(string labels, string toleration, int max = 2) =>
        Pool.Replace("LABELS", labels, StringComparison.Ordinal).Replace("MAX", $"{max}", StringComparison.Ordinal) + Server.Replace("TOLERATION", toleration, StringComparison.Ordinal);

    private static string Resource(string type, string properties) => $"resources:\n  x:\n    type: {type}\n    properties: {properties}\n";
}
