using System.Runtime.ExceptionServices;
using Pulumi;

namespace Infra.TestKit.Components;

/// <summary>Runs the program under test as a stack, because a transformation on the stack sees every resource's options.</summary>
internal sealed class HarnessStack : Stack
{
    private static readonly AsyncLocal<HarnessRecording> _recording = new();

    public HarnessStack()
        : base(new StackOptions { ResourceTransformations = { Record } })
    {
        try
        {
            _recording.Value!.Program();
        }
        catch (Exception e)
        {
            _recording.Value!.Failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }

    public static HarnessRecording Current
    {
        set => _recording.Value = value;
    }

    private static ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        if (args.Resource is not Stack)
        {
            _recording.Value!.Options.Add((args.Resource, args.Options));
        }
        return null;
    }
}
