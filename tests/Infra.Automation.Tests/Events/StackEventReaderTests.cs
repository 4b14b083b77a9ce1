using Infra.Automation.Events;
using Infra.Automation.Tests.Harness;
using Infra.TestKit;

namespace Infra.Automation.Tests.Events;

public sealed class StackEventReaderTests
{
    [Theory]
    [InlineData("events-up")]
    [InlineData("events-failed")]
    [InlineData("events-killed")]
    public void What_was_recorded_is_read(string name) => Golden.Match(EventText.Of(Recording.Events($"{name}.jsonl")), $"{name}.txt");

    [Fact]
    public void It_keeps_no_values_of_resources()
    {
        var shown = string.Join('\n', Recording.Events("events-up.jsonl").Select(one => one.ToString()));

        Assert.Contains("\"kubeconfig\"", Recording.Text("events-up.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("kubeconfig", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ciphertext", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sequence":4,"timestamp":1795309922,"resOpFailedEvent":{"metadata":{"op":"create","urn":"urn:pulumi:dev::p::t:m:T::x"},"status":2,"steps":1}}""", "4 failed create t:m:T x")]
    [InlineData("""{"sequence":5,"timestamp":1,"resourcePreEvent":{"metadata":{"op":"update","urn":"urn:pulumi:dev::p::t:m:T::x"},"planning":true}}""", "5 started update t:m:T x (planning)")]
    [InlineData("""{"sequence":6,"timestamp":1,"policyEvent":{"resourceUrn":"urn:pulumi:dev::p::t:m:T::x","message":"no\n","policyName":"n","policyPackName":"pack","enforcementLevel":"mandatory"}}""", "6 policy pack/n mandatory [x] no")]
    [InlineData("""{"sequence":7,"timestamp":1,"stdoutEvent":{"message":"^C received; cancelling.\n","color":"never"}}""", "7 Info [] ^C received; cancelling.")]
    [InlineData("""{"sequence":8,"timestamp":1,"errorEvent":{"error":"stream broke"}}""", "8 Error [] stream broke")]
    [InlineData("""{"sequence":9,"timestamp":1,"diagnosticEvent":{"message":"hello","severity":"info#err"}}""", "9 Info [] hello")]
    [InlineData("""{"sequence":10,"timestamp":1,"summaryEvent":{"maybeCorrupt":true,"durationSeconds":61,"resourceChanges":{"update":2,"delete":1}}}""", "10 summary delete 1, update 2 in 00:01:01, maybe corrupt")]
    [InlineData("""{"sequence":11,"timestamp":1,"preludeEvent":{"config":{"p:a":"[secret]"}}}""", "11 prelude p:a=[secret]")]
    public void A_kind_that_no_recording_has(string line, string expected) => Assert.Equal(expected, EventText.Of(StackEventReader.Read(line)!));

    [Theory]
    [InlineData("""{"sequence":1,"timestamp":1,"diagnosticEvent":{"message":"Registering","severity":"debug"}}""")]
    [InlineData("""{"sequence":1,"timestamp":1,"diagnosticEvent":{"message":"\n","severity":"info"}}""")]
    [InlineData("""{"sequence":1,"timestamp":1,"someEventOfALaterEngine":{}}""")]
    [InlineData("""{"sequence":1,"timestamp":1,"resourcePreEvent":{"metadata":{"op":"create","urn":"no urn"}}}""")]
    [InlineData("""{"sequence":1,"timest""")]
    [InlineData("")]
    public void What_is_of_no_use_is_passed_over(string line) => Assert.Null(StackEventReader.Read(line));

    [Fact]
    public void An_event_has_its_time() => Assert.Equal(
        new DateTimeOffset(2026, 11, 22, 1, 12, 2, TimeSpan.Zero),
        StackEventReader.Read("""{"sequence":50,"timestamp":1795309922,"cancelEvent":{}}""")!.Time);
}
