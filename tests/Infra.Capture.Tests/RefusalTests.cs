using Infra.Planning.Json;

namespace Infra.Capture.Tests;

/// <summary>What is no plan, and how it is refused: where, what was found, what is allowed.</summary>
public sealed class RefusalTests
{
    private const string Step = "\"urn\": \"urn:pulumi:dev::p::t:t:T::x\"";

    [Theory]
    [InlineData("", "plan: the document ends here; it is not complete")]
    [InlineData("   \n", "plan: the document ends here; it is not complete")]
    [InlineData("Previewing update (dev):", "plan: not JSON at line 1, column 1")]
    [InlineData("[]", "plan: found a list; an object is required")]
    [InlineData("{}", "plan: the key 'schemaVersion' is missing")]
    [InlineData("{\"apiVersion\": \"v1\"}", "plan: the first key is 'apiVersion'; a plan begins with 'schemaVersion', a preview with 'config' or 'steps', a state with 'version'")]
    [InlineData("{\"version\": 2, \"deployment\": {}}", "plan, version: found the number 2; this program reads versions 3 and 4 of what 'pulumi stack export' writes")]
    [InlineData("{\"version\": 5}", "plan, version: found the number 5; this program reads versions 3 and 4 of what 'pulumi stack export' writes")]
    [InlineData("{\"version\": \"3\"}", "plan, version: found the text '3'; a number is required")]
    [InlineData("{\"version\": 3}", "plan: the key 'deployment' is missing; this is not what 'pulumi stack export' writes")]
    [InlineData("{\"deployment\": {}}", "plan: the key 'version' is missing; this is not what 'pulumi stack export' writes")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": {}}}", "plan, deployment.resources: found an object; a list is required")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{\"urn\": \"x\"}]}}", "plan, deployment.resources[0].urn: found the text 'x'; a URN is required: urn:pulumi:STACK::PROJECT::TYPE::NAME")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{\"custom\": true}]}}", "plan, deployment.resources[0]: the key 'urn' is missing")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{" + Step + "}, {" + Step + "}]}}", "plan, deployment.resources[1].urn: an earlier resource has the URN 'urn:pulumi:dev::p::t:t:T::x' too")]
    [InlineData("{\"version\": 3, \"deployment\": {\"resources\": [{" + Step + ", \"protect\": \"yes\"}]}}", "plan, deployment.resources[0].protect: found the text 'yes'; true or false is required")]
    [InlineData("{\"version\": 3, \"deployment\": {\"pending_operations\": [{\"type\": \"creating\"}]}}", "plan, deployment.pending_operations[0]: the key 'resource' is missing")]
    [InlineData("{\"steps\": [{\"op\": \"create\"}]}", "plan, steps[0]: the key 'urn' is missing")]
    [InlineData("{\"steps\": [{" + Step + "}]}", "plan, steps[0]: the key 'op' is missing")]
    [InlineData("{\"steps\": [{" + Step + ", \"op\": \"create\"}]}", "plan, steps[0]: the key 'newState' is missing; the operation is 'create'")]
    [InlineData("{\"steps\": [{" + Step + ", \"op\": \"conjure\"}]}", "plan, steps[0].op: found the text 'conjure'; allowed are create, update, same, replace, create-replacement, import, import-replacement, read, read-replacement, delete-replaced, discard-replaced, remove-pending-replace, diff, extend-parameterize, delete, discard, refresh")]
    [InlineData("{\"changeSummary\": {\"same\": \"4\"}}", "plan, changeSummary.same: found the text '4'; a number is required")]
    [InlineData("{\"duration\": 1} x", "plan: not JSON at line 1, column 16")]
    public void Said_in_one_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<PlanFormatException>(() => Documents.Read(text)).Message);

    [Fact]
    public void A_document_cut_off_anywhere_is_refused()
    {
        var resource = Documents.Resource("aws:s3/bucket:Bucket", """, "inputs": {"a": [1, "b"]}, "outputs": {"arn": {"x": [true, null]}}, "propertyDependencies": {"a": []}""");
        foreach (var text in (string[])[Documents.State(Documents.Stack, resource), Documents.Preview(Documents.Stack, resource)])
        {
            Assert.Equal(2, Documents.Read(text).Plan.Resources.Count);
            for (var length = 0; length < text.Length; length++)
            {
                var refused = Assert.Throws<PlanFormatException>(() => Documents.Read(text[..length]));
                Assert.Matches(@"\A(the document ends here; it is not complete|not JSON at line \d+, column \d+)\z", refused.Problem);
            }
        }
    }

    [Fact]
    public void No_secret_is_in_a_message()
    {
        const string secret = """{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "hunter2"}""";
        var text = Documents.State(Documents.Stack, Documents.Resource("aws:s3/bucket:Bucket", $$""", "id": {{secret}}"""));

        Assert.Equal("plan, deployment.resources[1].id: found an object; text is required", Assert.Throws<PlanFormatException>(() => Documents.Read(text)).Message);
    }
}
