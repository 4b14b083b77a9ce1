namespace Infra.Capture;

/// <summary>The documents that a plan is read from.</summary>
public enum CaptureForm
{
    /// <summary>What <c>./run preview ENVIRONMENT --json</c> writes.</summary>
    Plan,

    /// <summary>What <c>pulumi preview --json</c> and <c>pulumi refresh --preview-only --json</c> write.</summary>
    Preview,

    /// <summary>What <c>pulumi stack export</c> writes: what is deployed.</summary>
    State,
}
