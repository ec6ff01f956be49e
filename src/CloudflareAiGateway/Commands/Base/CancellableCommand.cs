using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// First rung of the ladder: runs client work on the pool while every PowerShell call stays on the pipeline thread, and passes Ctrl+C
/// on at once.
/// </summary>
public abstract class CancellableCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool? _wantsVerbose;
    private bool? _wantsDebug;
    private bool? _onlyDebugs;

    /// <summary>Ends everything that still runs. Called by the engine on another thread when the pipeline stops.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command ended at the same moment; nothing is left to stop.
        }
    }

    /// <summary>Runs client work to its end and writes its messages meanwhile.</summary>
    /// <remarks>
    /// The work begins on this thread and goes on in the pool from its first wait: it never resumes here (the client awaits without a
    /// context), so blocking cannot lock it out, and a call costs no more thread changes than its socket does.
    /// </remarks>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work; it gets the context to pass on.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    internal T Await<T>(Func<CallContext, Task<T>> work)
    {
        using var queue = new DiagnosticQueue(Wants);
        return Run(queue, queue, work, message => Write(message.Key, message.Value));
    }

    /// <summary>Runs client work that hands on items as they come, and writes each at once, between its messages.</summary>
    /// <typeparam name="T">What is handed on.</typeparam>
    /// <param name="work">The work; it gets the context to pass on, and where its items go. A failure comes after the items before it.</param>
    /// <param name="write">Writes an item; called on the pipeline thread.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    internal void Stream<T>(Func<CallContext, Action<T>, Task> work, Action<T> write)
    {
        using var queue = new ItemQueue<T>(Wants);
        Run<ItemQueue<T>.Entry, object?>(
            queue,
            queue,

            // Answers that are there at once would otherwise be read to their end before the first item is written.
            call => Task.Run<object?>(async () =>
            {
                await work(call, queue.Write).ConfigureAwait(false);
                return null;
            }),
            entry =>
            {
                if (entry.Message is { } message)
                {
                    Write(entry.Kind, message);
                }
                else
                {
                    write(entry.Item);
                }
            });
    }

    /// <summary>Runs client work that gives nothing.</summary>
    internal void Await(Func<CallContext, Task> work) => Await<object?>(async call =>
    {
        await work(call).ConfigureAwait(false);
        return null;
    });

    /// <summary>
    /// Runs client work; a failure becomes an error record, which ends the command only when no later record could succeed.
    /// </summary>
    /// <param name="target">What the user asked for, for the record.</param>
    /// <param name="work">The work.</param>
    /// <param name="result">What it gave.</param>
    /// <returns>Whether it succeeded.</returns>
    internal bool TryAwait<T>(object? target, Func<CallContext, Task<T>> work, out T result)
    {
        try
        {
            result = Await(work);
            return true;
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, target);
            result = default!;
            return false;
        }
    }

    /// <summary>Writes a failure as an error record, or ends the command when no later record could succeed.</summary>
    internal void Fail(AiGatewayException failure, object? target)
    {
        ErrorRecord record = ErrorRecords.Create(failure, target, ResourceName);
        if (ErrorRecords.EndsCommand(failure))
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>
    /// Writes a verbose message. Under -Debug without -Verbose the engine would stop at each one and ask whether to go on, which ends
    /// whatever runs unattended; there it goes with the debug messages.
    /// </summary>
    /// <param name="text">The message.</param>
    internal new void WriteVerbose(string text)
    {
        if (_onlyDebugs ??= MyInvocation.BoundParameters.ContainsKey("Debug") && !MyInvocation.BoundParameters.ContainsKey("Verbose"))
        {
            WriteDebug(text);
        }
        else
        {
            base.WriteVerbose(text);
        }
    }

    /// <summary>What the command works on, as it stands in error ids: <c>Gateway</c> gives <c>GatewayNotFound</c>.</summary>
    private protected virtual string ResourceName => "Gateway";

    /// <summary>Frees the token source.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the token source.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    /// <summary>Runs work, and writes what its queue brings until it has ended.</summary>
    private TResult Run<TEntry, TResult>(PipelineQueue<TEntry> queue, IDiagnosticSink sink, Func<CallContext, Task<TResult>> work, Action<TEntry> write)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        Task<TResult> task = work(new CallContext(sink, linked.Token));
        task.ContinueWith(static (_, q) => ((PipelineQueue<TEntry>)q!).Complete(), queue, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        bool drained = false;
        try
        {
            while (queue.TryTake(out TEntry entry))
            {
                write(entry);
            }

            drained = true;
        }
        finally
        {
            if (!drained)
            {
                // A Write threw (-WarningAction Stop, a stopped pipeline): end the work and see it out before the exception goes on.
                linked.Cancel();
                task.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
            }
        }

        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    // Read only to spare the client texts and copies that nobody would see; the Write methods themselves decide what is shown.
    private bool Wants(DiagnosticKind kind) => kind switch
    {
        DiagnosticKind.Verbose => _wantsVerbose ??= IsOn("Verbose"),
        DiagnosticKind.Debug => _wantsDebug ??= IsOn("Debug"),
        _ => true,
    };

    private bool IsOn(string stream) =>
        MyInvocation.BoundParameters.ContainsKey("Verbose")
        || MyInvocation.BoundParameters.ContainsKey("Debug")
        || (GetVariableValue(stream + "Preference") is not (null or ActionPreference.SilentlyContinue or ActionPreference.Ignore));

    private void Write(DiagnosticKind kind, string message)
    {
        switch (kind)
        {
            case DiagnosticKind.Verbose:
                WriteVerbose(message);
                break;
            case DiagnosticKind.Debug:
                WriteDebug(message);
                break;
            default:
                WriteWarning(message);
                break;
        }
    }
}
