using Infra.Automation.Promotion;
using Infra.Automation.Temporary;

namespace Infra.Automation.Tests.Temporary;

/// <summary>The file of an environment that goes again: one line more, and nothing else.</summary>
public sealed class TemporaryEnvironmentTests
{
    private const string Until = "2026-11-23T04:00:00Z";

    private static readonly TemporaryEnvironment _edits = new("gpu-inference");

    [Theory]
    [InlineData(
        "# why\nconfig:\n  # first\n  gpu-inference:namespace: a # b\n",
        "# why\nconfig:\n  gpu-inference:temporary: {from: dev, until: \"2026-11-23T04:00:00Z\"}\n  # first\n  gpu-inference:namespace: a # b\n")]
    [InlineData("config: # here\r\n    gpu-inference:namespace: a\r\n", "config: # here\r\n    gpu-inference:temporary: {from: dev, until: \"2026-11-23T04:00:00Z\"}\r\n    gpu-inference:namespace: a\r\n")]
    [InlineData(
        "encryptionsalt: v1:x\nconfig:\n  gpu-inference:token:\n    secure: v1:abc\n",
        "encryptionsalt: v1:x\nconfig:\n  gpu-inference:temporary: {from: dev, until: \"2026-11-23T04:00:00Z\"}\n  gpu-inference:token:\n    secure: v1:abc\n")]
    public void A_copy_has_one_line_more(string text, string copy) => Assert.Equal(new EnvironmentEdit(copy, null), _edits.Copy(Of(text), "dev", Until));

    [Theory]
    [InlineData("config: {gpu-inference:namespace: a}\n", "Pulumi.dev.yaml: has no block 'config:' that a line could be added to")]
    [InlineData("", "Pulumi.dev.yaml: has no block 'config:' that a line could be added to")]
    [InlineData("config:\n  gpu-inference:temporary: {from: a, until: b}\n", "Pulumi.dev.yaml: is itself temporary; name the environment that it was copied from")]
    [InlineData(
        "config:\n  gpu-inference:token:\n    secure: AAABAK\n",
        "Pulumi.dev.yaml: its secrets are encrypted for the stack 'dev' alone (Pulumi Cloud's own key), and a copy couldn't read them; keep them in an external store (security.externalSecrets), or encrypt with a key of your own (pulumi stack change-secrets-provider)")]
    public void What_can_t_be_copied_is_said(string text, string problem) => Assert.Equal(new EnvironmentEdit(null, problem), _edits.Copy(Of(text), "dev", Until));

    [Theory]
    [InlineData("config:\n  gpu-inference:temporary: {from: dev, until: \"2026-11-22T21:00:00Z\"} # mine\n", "config:\n  gpu-inference:temporary: {from: dev, until: \"2026-11-23T04:00:00Z\"} # mine\n")]
    [InlineData("config:\n  gpu-inference:temporary:\n    until: 2026-11-22T21:00:00Z\n    from: dev\n", "config:\n  gpu-inference:temporary:\n    until: \"2026-11-23T04:00:00Z\"\n    from: dev\n")]
    public void Its_end_is_moved_in_its_place(string text, string moved) => Assert.Equal(new EnvironmentEdit(moved, null), _edits.Extend(Of(text), Until));

    [Fact]
    public void What_is_to_stay_has_no_end() => Assert.Equal(
        new EnvironmentEdit(null, "Pulumi.dev.yaml: says nothing of gpu-inference:temporary, so the environment is to stay; only one that './run up NAME --from ENVIRONMENT --ttl 8h' made has an end"),
        _edits.Extend(Of("config:\n  gpu-inference:namespace: a\n"), Until));

    [Fact]
    public void What_it_says_is_read()
    {
        Assert.Equal(("dev", Until), _edits.Read(Of($"config:\n  gpu-inference:temporary: {{from: dev, until: \"{Until}\"}}\n")));
        Assert.Equal((null, null), _edits.Read(Of("config: {}\n")));
        Assert.Equal((null, null), _edits.Read(Of("config: [\n")));
    }

    [Theory]
    [InlineData("secretsprovider: awskms://alias/x?region=us-west-2\nencryptedkey: AQ==\nconfig: {}\n", "awskms://alias/x?region=us-west-2")]
    [InlineData("secretsprovider: default\nencryptionsalt: v1:x\n", "passphrase")]
    [InlineData("encryptionsalt: v1:x\nconfig: {}\n", "passphrase")]
    [InlineData("config: {secretsprovider: x}\n", null)]
    [InlineData("config: [\n", null)]
    public void How_its_secrets_are_encrypted_is_read(string text, string? provider) => Assert.Equal(provider, SecretsProvider.Of(Of(text)));

    private static EnvironmentText Of(string text) => new("Pulumi.dev.yaml", text);
}
