using Infra.Components.Security;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Security;

public sealed class ImageAdmissionTests
{
    private const string Policy = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy";
    private const string Binding = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding";

    [Fact]
    public async Task Every_image_of_a_pod_is_asked_for_its_source_and_its_version() => JsonAssert.Same(
        """
        {
          "failurePolicy": "Fail",
          "matchConstraints": { "resourceRules": [{ "apiGroups": [""], "apiVersions": ["v1"], "operations": ["CREATE", "UPDATE"], "resources": ["pods", "pods/ephemeralcontainers"] }] },
          "matchConditions": [{ "name": "pod-changes", "expression": "oldObject == null || object.spec != oldObject.spec" }],
          "variables": [
            {
              "name": "images",
              "expression": "object.spec.containers.map(c, c.image) + (has(object.spec.initContainers) ? object.spec.initContainers.map(c, c.image) : []) + (has(object.spec.ephemeralContainers) ? object.spec.ephemeralContainers.map(c, c.image) : []) + (has(object.spec.volumes) ? object.spec.volumes.filter(v, has(v.image)).map(v, v.image.reference) : [])"
            },
            { "name": "foreign", "expression": "variables.images.filter(i, !['ghcr.io/team/', 'ghcr.io/team:', 'ghcr.io/team@'].exists(s, i.startsWith(s)))" },
            { "name": "floating", "expression": "variables.images.filter(i, !i.matches('(^[^@]+:[A-Za-z0-9_][A-Za-z0-9._-]*|@sha256:[a-f0-9]{64})$') || i.endsWith(':latest'))" }
          ],
          "validations": [
            { "expression": "size(variables.foreign) == 0", "messageExpression": "'images ' + variables.foreign.join(', ') + ' are from a registry that isn\\'t allowed; allowed are ghcr.io/team'" },
            { "expression": "size(variables.floating) == 0", "messageExpression": "'images ' + variables.floating.join(', ') + ' are without a fixed version: give a tag other than latest, or a digest'" }
          ]
        }
        """,
        (await Run(Args()))[Policy, "images-policy"].Inputs["spec"]);

    [Theory]
    [InlineData(true, """["Deny"]""")]
    [InlineData(false, """["Warn", "Audit"]""")]
    public async Task It_refuses_or_warns_in_the_namespaces_that_it_is_given(bool enforce, string actions) => JsonAssert.Same(
        $$"""
        {
          "policyName": "gpu-inference-images",
          "validationActions": {{actions}},
          "matchResources": { "namespaceSelector": { "matchExpressions": [{ "key": "kubernetes.io/metadata.name", "operator": "In", "values": ["inference", "vision"] }] } }
        }
        """,
        (await Run(Args(enforce)))[Binding, "images-binding"].Inputs["spec"]);

    [Fact]
    public async Task A_policy_of_nothing_is_refused()
    {
        var error = await Assert.ThrowsAsync<ResourceException>(() => Run(new ImageAdmissionArgs { Sources = [], Namespaces = [] }));

        Assert.Equal(
            """
            2 problems in gpu-inference:index:ImageAdmission:
              images.sources: is empty; name what is allowed, or leave the component out
              images.namespaces: is empty; name at least one
            """,
            error.Message);
    }

    private static ImageAdmissionArgs Args(bool enforce = true) => new() { Sources = ["ghcr.io/team"], Namespaces = ["vision", "inference"], Enforce = enforce };

    private static Task<ComponentRun> Run(ImageAdmissionArgs args) => ComponentHarness.RunAsync(() =>
        _ = new ImageAdmission("images", args, new ComponentResourceOptions { Providers = { Samples.KubernetesProvider() } }));
}
