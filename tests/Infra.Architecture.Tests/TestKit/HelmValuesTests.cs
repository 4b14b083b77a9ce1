using Infra.TestKit.Helm;
using Newtonsoft.Json.Linq;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>The check of chart values finds keys that do nothing and values of another kind.</summary>
public sealed class HelmValuesTests
{
    private const string Chart = "nvidia-device-plugin";

    [SkippableTheory]
    [InlineData("""{"gfd": {"enabled": true}, "config": {"map": {"any": "x"}}, "nodeSelector": {"a/b": "c"}, "nfd": {"anything": 1}, "failOnInitError": false}""")]
    [InlineData("""{"affinity": {"podAntiAffinity": {}}, "resources": {"requests": {"cpu": "1"}}, "tolerations": [{"operator": "Exists"}], "gfd": {"securityContext": {"runAsUser": 0}}}""")]
    public void Right_values_pass(string json) => Assert.Empty(HelmValues.Problems(Chart, JObject.Parse(json)));

    [SkippableTheory]
    [InlineData("""{"gdf": {"enabled": true}}""", "nvidia-device-plugin.gdf: unknown value")]
    [InlineData("""{"gfd": {"enable": true}}""", "nvidia-device-plugin.gfd.enable: unknown value")]
    [InlineData("""{"gfd": {"enabled": "true"}}""", "nvidia-device-plugin.gfd.enabled: string instead of boolean")]
    [InlineData("""{"gfd": true}""", "nvidia-device-plugin.gfd: boolean instead of object")]
    [InlineData("""{"image": {"tag": null}}""", "nvidia-device-plugin.image.tag: null")]
    [InlineData("""{"tolerations": {}}""", "nvidia-device-plugin.tolerations: object instead of array")]
    [InlineData("""{"tolerations": [{"oprator": "Exists"}]}""", "nvidia-device-plugin.tolerations[0].oprator: unknown field")]
    [InlineData("""{"affinity": {"nodeAffinty": {}}}""", "nvidia-device-plugin.affinity.nodeAffinty: unknown field")]
    [InlineData("""{"resources": {"requests": {"cpu": 1}}}""", "nvidia-device-plugin.resources.requests.cpu: integer instead of string")]
    public void A_wrong_value_is_found(string json, string problem) => Assert.Equal([problem], HelmValues.Problems(Chart, JObject.Parse(json)));

    [SkippableFact]
    public void A_section_that_a_chart_hands_on_has_the_program_s_own_keys() => Assert.Equal(
        ["loki.loki.limits_config.retention: unknown value", "loki.loki.compactor.retention: unknown value", "loki.loki.analytics.enabled: unknown value"],
        HelmValues.Problems("loki", JObject.Parse("""{"loki": {"limits_config": {"retention_period": "24h", "retention": "24h"}, "compactor": {"retention": true}, "analytics": {"enabled": false}}}""")));

    [SkippableFact]
    public void A_chart_in_a_registry_is_found_by_the_end_of_its_address() =>
        Assert.Equal(["karpenter.replica: unknown value"], HelmValues.Problems("oci://public.ecr.aws/karpenter/karpenter", new JObject { ["replica"] = 1 }));

    [Fact]
    public void A_chart_that_is_left_as_it_is_needs_no_file_of_values() => Assert.Empty(HelmValues.Problems("oci://ghcr.io/kserve/charts/kserve-crd", []));
}
