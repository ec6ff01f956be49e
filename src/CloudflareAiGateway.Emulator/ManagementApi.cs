using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Everything below <c>/client/v4</c>: credential, quota, route, account, permission, operation, in this order.</summary>
internal sealed class ManagementApi
{
    private const string Root = "/client/v4";

    private readonly Router _router = new();
    private readonly EmulatorServices _services;

    public ManagementApi(EmulatorServices services)
    {
        _services = services;
        foreach (IEndpointGroup group in EndpointGroups.Create(services))
        {
            foreach (Endpoint endpoint in group.Endpoints)
            {
                _router.Add(endpoint);
            }
        }
    }

    public static bool Owns(string path) => path.StartsWith(Root + "/", StringComparison.Ordinal);

    public async Task<EmulatedResponse> HandleAsync(EmulatedRequest request, CancellationToken cancellationToken)
    {
        if (Credential.ReadBearer(request.Header("Authorization")) is not string credential)
        {
            return Envelope.Failure(EnvelopeFamily.V4, 400, Credential.Explain(request));
        }

        RouteMatch match = _router.Match(request.Method, request.Path[Root.Length..]);
        bool verifies = match.Endpoint?.VerifiesTokens == true;
        if (_services.Tokens.Find(credential) is not EmulatorToken token)
        {
            return verifies ? TokenEndpoints.Unknown() : Denied(401);
        }

        QuotaAnswer quota = _services.Quota.Take(token.Id);
        EmulatedResponse response = quota.Allowed
            ? await RunAsync(request, match, token, cancellationToken).ConfigureAwait(false)
            : Envelope.Failure(EnvelopeFamily.V4, 429, Problem.Throttled);
        quota.AddTo(response);
        return response;
    }

    private async Task<EmulatedResponse> RunAsync(EmulatedRequest request, RouteMatch match, EmulatorToken token, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _services.Time.GetUtcNow();
        if (match.Endpoint is not Endpoint endpoint)
        {
            return match.PathExists
                ? Envelope.Failure(EnvelopeFamily.V4, 405, new Problem(7001, $"Method {request.Method} not available for that URI."))
                : Envelope.Failure(EnvelopeFamily.V4, 404, Problem.NoRoute(request.Path));
        }

        if (token.StatusAt(now) != TokenStatus.Active && !endpoint.VerifiesTokens)
        {
            return Denied(401);
        }

        bool writes = request.Method != "GET";
        return await _services.Store.RunAsync(writes, tables => Run(endpoint, new ApiCall
        {
            Request = request,
            Query = new QueryString(request.Query),
            Token = token,
            Route = match.Values,
            Tables = tables,
            Now = now,
            Behaviour = _services.Behaviour,
        }), cancellationToken).ConfigureAwait(false);
    }

    private static EmulatedResponse Run(Endpoint endpoint, ApiCall call)
    {
        if (!endpoint.VerifiesTokens && call.Route.TryGetValue("account_id", out string? accountId)
            && AccountTable.Refuse(call.Tables, accountId, call.Token, call.Request.Path) is EmulatedResponse refused)
        {
            return refused;
        }

        return call.Token.HasAny(endpoint.Permissions) ? endpoint.Handle(call) : Denied(endpoint.DeniedStatus);
    }

    private static EmulatedResponse Denied(int status) => Envelope.Failure(EnvelopeFamily.V4, status, Problem.Authentication);
}
