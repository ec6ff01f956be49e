using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Sends one call of a provider's own API, or of a list of steps, and reads what comes: text, JSON, or bytes, into memory or a file.</summary>
internal sealed class NativeSender
{
    private readonly ApiTransport _transport;
    private readonly NativeCall _native;

    /// <summary>Takes the call.</summary>
    public NativeSender(ApiTransport transport, NativeCall native)
    {
        _transport = transport;
        _native = native;
    }

    private bool IsList => _native.Steps.Count > 0;

    /// <summary>Sends it.</summary>
    public async Task<AiGatewayResponse> SendAsync(CallContext call)
    {
        ApiRequest request = Request();
        long start = _transport.Clock.GetTimestamp();
        if (_native.OutFile is string file)
        {
            using ApiStream stream = await _transport.OpenAsync(request, call).ConfigureAwait(false);
            long length = await AnswerFile.WriteAsync(stream, file).ConfigureAwait(false);
            return Response(stream.Status, stream.ContentType?.ToString(), new AnswerFacts(stream.Headers), new AnswerBody(null, null, null, length), start);
        }

        ApiReply reply = await _transport.SendAsync(request, call).ConfigureAwait(false);
        return Response(reply.Status, reply.ContentType, new AnswerFacts(reply.Headers), AnswerBody.Read(reply.Body, reply.ContentType), start);
    }

    private ApiRequest Request()
    {
        var writer = new SettingsWriter();
        NativeBody body = IsList ? new NativeBody(StepsWriter.Write(_native.Steps, writer), null) : NativeBody.Of(_native, writer);
        CallAuthorization authorization = CallAuthorization.Of(_native.Credentials, _native.Provider);
        string what = IsList ? "a list of steps" : $"{_native.Provider!.Slug}/{_native.Path}";
        var errors = new CallErrors(new CallTarget(
            _native.Gateway, what, _native.Provider?.Slug, _native.Credentials.ProviderKey is not null, _native.Credentials.ByokAlias, IsChat: false));
        (string path, string? query) = NativePath.Split(_native.Path);
        var method = new HttpMethod(_native.Method);
        bool onlyReads = method == HttpMethod.Get || method == HttpMethod.Head;
        ApiRequest request = new ApiRequest(method, IsList ? "/{account_id}/{gateway_id}" : "/{account_id}/{gateway_id}/{provider}/{+path}", "native", $"call {what} through gateway '{_native.Gateway}'")
        {
            Host = ApiHost.Gateway,
            Permission = PermissionNames.Run,
            Repeat = onlyReads ? RepeatRule.Idempotent : RepeatRule.Metered,
            Body = body.Json,
            Content = body.Content,
            IsStreaming = _native.OutFile is not null,
            Accept = "*/*",
            Token = authorization.Token,
            TokenPlace = authorization.Place,
            SecretHeaders = [.. authorization.Headers, .. _native.SecretHeaders.Select(h => new SecretHeader(h.Key, null, h.Value))],
            Secrets = Secrets(authorization, writer),
            Patience = _native.Timeout ?? _transport.Settings.Options.Deadline,
            Explain = errors.Of,
        }.With("account_id", _native.AccountId).With("gateway_id", _native.Gateway);
        if (!IsList)
        {
            request.With("provider", _native.Provider!.Slug).With("+path", path);
        }

        AddQuery(request, query);
        AddHeaders(request);
        return request;
    }

    private void AddHeaders(ApiRequest request)
    {
        if (_native.Provider?.Slug == "anthropic" && !_native.Headers.Any(h => h.Key.Equals("anthropic-version", StringComparison.OrdinalIgnoreCase)))
        {
            request.Header("anthropic-version", "2023-06-01");
        }

        foreach (KeyValuePair<string, string> header in _native.Headers)
        {
            request.Header(header.Key, header.Value);
        }

        CallHeaders.Add(request, _native.Options, _native.Credentials.ByokAlias);
    }

    private static void AddQuery(ApiRequest request, string? query)
    {
        foreach (string member in (query ?? string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = member.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? member : member[..equals];
            request.Query(Uri.UnescapeDataString(name), equals < 0 ? string.Empty : Uri.UnescapeDataString(member[(equals + 1)..].Replace('+', ' ')));
        }
    }

    private List<SecureString> Secrets(CallAuthorization authorization, SettingsWriter writer) =>
        [.. authorization.Secrets, .. writer.Secrets, .. _native.SecretHeaders.Select(h => h.Value), .. _native.Steps.Select(s => s.ProviderKey).OfType<SecureString>()];

    private AiGatewayResponse Response(int status, string? contentType, AnswerFacts facts, AnswerBody body, long start) => new()
    {
        StatusCode = status,
        ContentType = contentType,
        Content = body.Content,
        Text = body.Text,
        Bytes = body.Bytes,
        Path = _native.OutFile,
        Length = body.Length,
        Provider = facts.Provider ?? AnsweredBy(facts),
        CacheStatus = facts.CacheStatus,
        LogId = facts.LogId,
        Step = facts.Step,
        Duration = _transport.Clock.GetElapsedTime(start),
        GatewayId = _native.Gateway,
        AccountId = _native.AccountId,
        Headers = facts.Headers,
    };

    private string? AnsweredBy(AnswerFacts facts) =>
        !IsList ? _native.Provider!.Slug : facts.Step is int step && step < _native.Steps.Count ? _native.Steps[step].Provider : null;
}
