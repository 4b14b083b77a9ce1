namespace Infra.Stacks.Tests.Settings;

public sealed class MonitoringRuleTests
{
    [Theory]
    [InlineData(
        """{"stack": {}, "prometheusOperator": {}}""",
        "gpu-inference:monitoring.prometheusOperator: set together with stack, which brings an operator; remove one of them")]
    [InlineData(
        """{"stack": {}, "prometheus": {"url": "http://prometheus.monitoring:9090"}}""",
        "gpu-inference:monitoring.prometheus.url: set together with stack, whose Prometheus is asked by itself; remove one of them")]
    [InlineData(
        """{"stack": {"storage": {"ephemeral": true, "storageClass": "gp3"}}}""",
        "gpu-inference:monitoring.stack.storage.storageClass: set together with ephemeral, which has no volume; remove one of them")]
    [InlineData("""{"stack": {"replicas": 3}}""", "gpu-inference:monitoring.stack.replicas: 3 is not allowed; allowed: 1 to 2")]
    [InlineData("""{"stack": {"retention": "1h"}}""", "gpu-inference:monitoring.stack.retention: '1h' is not allowed; allowed: 2h to 17520h")]
    [InlineData(
        """{"stack": {"externalLabels": {"cluster": "x"}}}""",
        "gpu-inference:monitoring.stack.externalLabels.cluster: is no free name of a label: letters, digits and '_', no digit first, no two '_' first, and neither cluster nor environment, which are set")]
    [InlineData(
        """{"stack": {"remoteWrite": {"amazonWorkspace": "arn:aws:aps:us-west-2:999999999999:workspace/ws-1"}}}""",
        "gpu-inference:monitoring.stack.remoteWrite.amazonWorkspace: is in account 999999999999, and the environment in 123456789012; Prometheus has a role in its own account only, so name a workspace there")]
    public void What_excludes_each_other_or_cannot_be_is_said(string json, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With("monitoring", json).Problems());

    [Fact]
    public void Nobody_on_a_laptop_has_an_identity_in_AWS() => Assert.Equal(
        "gpu-inference:monitoring.stack.remoteWrite: Prometheus writes to it through EKS Pod Identity, which needs cluster.eks or cluster.existing; remove it on this cluster",
        SampleConfig.Local().With("monitoring", """{"stack": {"remoteWrite": {"amazonWorkspace": "arn:aws:aps:us-west-2:123456789012:workspace/ws-1"}}}""").Problems());

    [Theory]
    [InlineData("monitoring", "gpu-inference:namespace: 'monitoring' belongs to the cluster or to others; the stack owns its namespace, so name one of its own")]
    [InlineData("node-exporter", "gpu-inference:namespace: 'node-exporter' belongs to the cluster or to others; the stack owns its namespace, so name one of its own")]
    [InlineData("keda", "gpu-inference:namespace: 'keda' belongs to the cluster or to others; the stack owns its namespace, so name one of its own")]
    public void Models_live_elsewhere(string name, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With("namespace", $"\"{name}\"").With("monitoring", """{"stack": {}}""").Problems());
}
