using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Support;

/// <summary>A test with a session of its own, connected to an emulator over a real socket.</summary>
public abstract class ModuleTest : IClassFixture<EmulatorProcess>, IDisposable
{
    protected ModuleTest(EmulatorProcess emulator, bool connect = true)
    {
        Emulator = emulator;
        Emulator.Reset();
        Session = new EngineSession(new EngineSessionOptions { StandIns = true });
        if (connect)
        {
            Connect(Session);
            Emulator.ForgetRequests();
        }
    }

    protected EmulatorProcess Emulator { get; }

    protected EngineSession Session { get; }

    protected static SecureString Token(string text = EmulatorProcess.CanaryToken) => new NetworkCredential(string.Empty, text).SecurePassword;

    /// <summary>Connects a session over the socket.</summary>
    protected void Connect(EngineSession session, string more = "") =>
        AssertClean(session.RunGlobal(
            $"Connect-AiGateway -AccountId {EmulatorProcess.AccountId} -ApiToken $token -BaseUri {Emulator.Api} {more}", ("token", Token())));

    /// <summary>Runs a script that must not fail.</summary>
    protected EngineResult Run(string script, params (string Name, object? Value)[] variables)
    {
        EngineResult result = Session.Run(script, variables);
        AssertClean(result);
        return result;
    }

    /// <summary>Runs a script that must fail once, and gives the error.</summary>
    protected ErrorRecord RunToError(string script, params (string Name, object? Value)[] variables)
    {
        EngineResult result = Session.Run(script, variables);
        return Assert.Single(result.Errors);
    }

    /// <summary>A property of each object that the script gives.</summary>
    protected IReadOnlyList<object?> Values(string script, string property) =>
        Run(script).Output.Select(o => o.Properties[property].Value).ToArray();

    protected static void AssertClean(EngineResult result) =>
        Assert.True(result.Errors.Count == 0, string.Join(Environment.NewLine, result.Errors.Select(e => $"{e.FullyQualifiedErrorId}: {e}")));

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Session.Dispose();
        }
    }
}
