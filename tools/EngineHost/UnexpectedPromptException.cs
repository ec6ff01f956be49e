using System;

namespace CloudflareAiGateway.EngineHost;

/// <summary>
/// The engine asked something that no answer was queued for. A test that forgot a mandatory parameter, or a command that
/// asks where it should not, fails with this instead of waiting for a keyboard.
/// </summary>
public sealed class UnexpectedPromptException : InvalidOperationException
{
    public UnexpectedPromptException(string what)
        : base($"The engine asked {what}, and no answer was queued.")
    {
    }
}
