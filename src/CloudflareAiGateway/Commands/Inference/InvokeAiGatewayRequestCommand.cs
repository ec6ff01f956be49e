using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Calls any path of a provider's own API through a gateway, or a list of steps with fallbacks. It may cost money, so -WhatIf shows what
/// would be sent.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "AiGatewayRequest", DefaultParameterSetName = NativeSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayResponse))]
public sealed class InvokeAiGatewayRequestCommand : InferenceCommand
{
    private const string NativeSet = "Native";
    private const string StepSet = "Step";

    private AiGatewayProvider? _provider;
    private IReadOnlyList<NativeStep> _steps = Array.Empty<NativeStep>();
    private HeaderReader _headers = null!;
    private CallOptions _options = null!;
    private string? _outFile;

    /// <summary>The provider: a slug, custom-…, or compat.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NativeSet)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNullOrEmpty]
    public string Provider { get; set; } = string.Empty;

    /// <summary>The path below the provider, with its query: chat/completions, v1/messages.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = NativeSet)]
    [ArgumentCompleter(typeof(NativePathCompleter))]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Steps that are tried in turn: hashtables with Provider, Endpoint and Query, and Headers, Config or ProviderKey if need be.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StepSet)]
    [ValidateNotNullOrEmpty]
    public object[] Step { get; set; } = Array.Empty<object>();

    /// <summary>The HTTP method; left out, POST with a body and GET without.</summary>
    [Parameter(ParameterSetName = NativeSet)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")]
    public string? Method { get; set; }

    /// <summary>The body: a hashtable or object, which becomes JSON; JSON as text; or bytes.</summary>
    [Parameter(ParameterSetName = NativeSet)]
    [AllowNull]
    public object? Body { get; set; }

    /// <summary>The body's content type; left out, JSON, and for bytes application/octet-stream.</summary>
    [Parameter(ParameterSetName = NativeSet)]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>Headers by name; secret ones as SecureString.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Header { get; set; }

    /// <summary>The file that the answer goes into; what is there is replaced when the answer is complete.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    private protected override void Prepare()
    {
        _options = ReadOptions(InferenceSurface.Native);
        _headers = HeaderReader.Read(Header);
        _outFile = OutFile is null ? null : OutFileReader.Read(OutFile, SessionState.Path);
        if (ParameterSetName == StepSet)
        {
            _steps = StepReader.Read(Step);
            if (ProviderKey is not null)
            {
                throw InputProblem.Of(AiGatewayErrorReason.InvalidCredential, "Each step goes to its own provider, so -ProviderKey fits none of them.", "Give each step its ProviderKey: @{ Provider = 'openai'; ProviderKey = (Get-Secret openai); … }.");
            }

            return;
        }

        _provider = ProviderReader.Read(Provider);
        if (NativePath.Explain(Path, _provider.Slug) is { } problem)
        {
            throw InputProblem.Of(AiGatewayErrorReason.InvalidPath, problem, _provider.ExamplePath is { } example ? $"A path that works, with its provider: {example}." : null);
        }
    }

    /// <summary>Calls once.</summary>
    protected override void ProcessRecord()
    {
        object? body = LooseMembers.Unwrap(Body) is var plain && plain is byte[] or string or null ? plain : PlainValue.From(Body);
        string method = Method?.ToUpperInvariant() ?? (_steps.Count > 0 || body is not null ? "POST" : "GET");
        var native = new NativeCall
        {
            AccountId = ResolveAccountId(),
            Gateway = Gateway,
            Provider = _provider,
            Path = Path,
            Steps = _steps,
            Method = method,
            Body = body,
            ContentType = ContentType,
            Headers = _headers.Plain,
            SecretHeaders = _headers.Secret,
            OutFile = _outFile,
            Credentials = Credentials,
            Options = _options,
            Timeout = Timeout,
        };
        string what = _provider is null ? $"steps {string.Join(", ", _steps.Select(s => s.Provider))}" : $"{_provider.Slug}/{Path.Trim().Trim('/')}";
        if (ShouldProcess($"{what} through gateway '{Gateway}' (account {native.AccountId})", $"{method}; this may cost money")
            && TryAwait(what, call => Client.Inference.SendAsync(native, call), out AiGatewayResponse response))
        {
            response.Content = PlainObject.From(response.Content);
            WriteObject(response);
        }
    }
}
