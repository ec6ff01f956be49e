using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>One step of storing a key.</summary>
internal abstract class SetupStep
{
    /// <summary>What it will do, as a sentence without its subject; null for what nobody needs to be told beforehand.</summary>
    public abstract string? Planned { get; }

    /// <summary>What it does right now, for the progress bar.</summary>
    public virtual string Status(SetupState state) => Planned ?? string.Empty;

    /// <summary>Does it, or waits a while when it cannot be done yet.</summary>
    /// <returns>Whether it is done.</returns>
    public abstract Task<bool> RunAsync(SetupState state, CallContext call);

    /// <summary>What is there because of it, should a later step fail; null for nothing.</summary>
    public virtual string? Outcome(SetupState state) => null;

    /// <summary>How a user takes that back; null when there is no need to.</summary>
    public virtual string? HowToUndo(SetupState state) => null;

    /// <summary>Takes it back after a later step was refused for good.</summary>
    /// <returns>Whether it was something that is taken back by itself, and is now.</returns>
    public virtual Task<bool> UndoAsync(SetupState state, CallContext call) => Task.FromResult(false);
}
